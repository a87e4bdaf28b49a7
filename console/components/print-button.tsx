/** Prints the page; `text` says what is printed. */
export const PrintButton = ({ text }: { text: string }) => (
  <button type="button" class="ds-button" data-variant="tertiary" onClick={() => window.print()}>
    {text}
  </button>
);
