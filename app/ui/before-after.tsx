import { type CSSProperties, useState } from 'react';

type Picture = {
  readonly src: string;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
};

type BeforeAfterProps = {
  /** What the slider is for, to who does not see it. */
  readonly label: string;
  readonly before: Picture;
  readonly after: Picture;
  readonly beforeWord: string;
  readonly afterWord: string;
};

/** Two pictures of one place, laid over each other; a native slider moves the edge. Without JavaScript half of each. */
export function BeforeAfter({ label, before, after, beforeWord, afterWord }: BeforeAfterProps) {
  const [share, setShare] = useState(50);
  const style: CSSProperties = { clipPath: `inset(0 ${100 - share}% 0 0)` };
  return (
    <div className="grid gap-1.5">
      <div className="relative aspect-4/3 overflow-hidden rounded-r-1 bg-sunk">
        <img {...after} alt={after.alt} loading="lazy" className="absolute inset-0 size-full object-cover" />
        <img
          {...before}
          alt={before.alt}
          loading="lazy"
          style={style}
          className="absolute inset-0 size-full object-cover"
          data-share={share}
        />
        <span
          aria-hidden="true"
          className="absolute inset-y-0 w-0.5 bg-panel"
          style={{ left: `${share}%` }}
        />
        <span className="absolute bottom-2 left-2 rounded-r-1 bg-ink px-1.5 text-t-1 text-panel">
          {beforeWord}
        </span>
        <span className="absolute right-2 bottom-2 rounded-r-1 bg-ink px-1.5 text-t-1 text-panel">
          {afterWord}
        </span>
      </div>
      <input
        type="range"
        min="0"
        max="100"
        value={share}
        aria-label={label}
        onChange={({ currentTarget }) => setShare(currentTarget.valueAsNumber)}
        className="w-full"
      />
    </div>
  );
}
