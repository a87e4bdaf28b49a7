import type { AnswerOf } from '../../kit.ts';

export type Statement = AnswerOf<'readStatement'>;
export type Forecast = AnswerOf<'readForecast'>;
