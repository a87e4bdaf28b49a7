/** A size in whole kilobytes, rounded up: nothing that is there has none. */
export const sizeOf = ({ bytes }: { readonly bytes: number }): { readonly size: string } => ({
  size: String(Math.ceil(bytes / 1000)),
});
