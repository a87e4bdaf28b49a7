/**
 * Whether the last digit checks the others, by Luhn's formula (modulus 10): as organisation numbers, bankgiro numbers and
 * plusgiro numbers have it. Hyphens do not count. Text with anything but digits and hyphens does not hold, nor does
 * a single digit, which checks nothing, nor zeros alone, which stand for a number that nobody has filled in. That a number holds
 * does not say that it is anybody's.
 *
 * @sv kontrollsiffra
 */
export function checkDigitHolds(number: string): boolean {
  if (!/^[0-9-]+$/.test(number) || !/[1-9]/.test(number)) return false;
  const digits = [...number.replaceAll('-', '')].reverse().map(Number);
  const sum = digits.reduce((total, digit, i) => {
    const weighted = i % 2 === 0 ? digit : digit * 2;
    return total + (weighted > 9 ? weighted - 9 : weighted);
  }, 0);
  return sum % 10 === 0;
}
