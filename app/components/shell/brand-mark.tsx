/** Two waves in a ring: the mark of Tideline. Decorative; the name stands beside it or labels its link. */
export function BrandMark({ size = 30 }: { readonly size?: number | undefined }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 32 32"
      fill="none"
      stroke="currentColor"
      strokeLinecap="round"
      aria-hidden="true"
      focusable="false"
    >
      <circle cx="16" cy="16" r="14.2" strokeWidth="2" />
      <path d="M2.5 13c3.4 0 3.4 3 6.75 3s3.4-3 6.75-3 3.4 3 6.75 3 3.4-3 6.75-3" strokeWidth="2.4" />
      <path
        d="M5.5 20.5c2.6 0 2.6 2.3 5.25 2.3s2.6-2.3 5.25-2.3 2.6 2.3 5.25 2.3 2.6-2.3 5.25-2.3"
        strokeWidth="1.5"
      />
    </svg>
  );
}
