import { expect, it } from 'vitest';
import { FileDiffers, NumberTaken } from '../../core/ports.ts';

it('A place in a stream that is no longer free is named', () => {
  const error = new NumberTaken({ partition: 'RUN#2022', name: '02' }, 4);
  expect(error).toBeInstanceOf(Error);
  expect(error.name).toBe('NumberTaken');
  expect(error.message).toBe('Event 4 of RUN#2022/02 is already written.');
});

it('A file that is there with other bytes is named', () => {
  const error = new FileDiffers('2022/STB-PAY-2022-02.xml');
  expect(error).toBeInstanceOf(Error);
  expect(error.name).toBe('FileDiffers');
  expect(error.message).toBe(
    'The file 2022/STB-PAY-2022-02.xml is already stored, with other bytes.',
  );
});
