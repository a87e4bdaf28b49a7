declare const brand: unique symbol;

/** A calendar month as 'YYYY-MM', checked. Months compare as text: '2021-09' < '2021-10'. */
export type Month = string & { readonly [brand]: 'month' };

/** A calendar day as 'YYYY-MM-DD', checked to exist. Days compare as text: '2021-02-28' < '2021-03-01'. */
export type Day = string & { readonly [brand]: 'day' };
