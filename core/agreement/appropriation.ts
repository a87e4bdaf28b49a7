/**
 * The appropriation item that pays the grant, as the State's budget writes it: appropriation 1:5, item 2. One item pays everything,
 * SOL and IHSI included.
 *
 * @sv    anslagspost
 * @cites letter-2021
 */
export const appropriation = '1:5 ap.2';
