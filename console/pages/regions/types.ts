import type { AnswerOf } from '../../kit.ts';

export type Statement = AnswerOf<'readStatement'>;
export type Month = Statement['months'][number];
export type Forecast = AnswerOf<'readForecast'>;
