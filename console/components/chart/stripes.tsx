/** The stripes that a bar is filled with by `url(#id)`. */
export function Stripes({ id }: { id: string }) {
  return (
    <defs>
      <pattern
        id={id}
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect class="chart-stripe-ground" width="6" height="6" />
        <rect class="chart-stripe" width="2.5" height="6" />
      </pattern>
    </defs>
  );
}
