import { UserRound } from "lucide-react";
import { useState } from "react";
import { initialsOf, tintOf } from "./avatar-initials.ts";

const SIZES = {
  24: "size-6 text-[0.625rem]",
  28: "size-7 text-[0.6875rem]",
  36: "size-9 text-12",
  44: "size-11 text-14",
  56: "size-14 text-18",
  88: "size-22 text-24",
} as const;

/** Soft gradient and ink of one hue each; ink on the darker end stays above 4.5 : 1 in both themes. */
const TINTS = [
  "from-[light-dark(#f1e9ff,#3a2a5e)] to-[light-dark(#ddd0fb,#2c2048)] text-[light-dark(#5b21b6,#d9c9ff)]",
  "from-[light-dark(#dff7ea,#17402f)] to-[light-dark(#bfe9d2,#123125)] text-[light-dark(#065f46,#9ee8c6)]",
  "from-[light-dark(#e4efff,#1d3a66)] to-[light-dark(#c6dcfb,#182d4f)] text-[light-dark(#1e40af,#b6d3ff)]",
  "from-[light-dark(#ffe7ea,#562433)] to-[light-dark(#fbcdd4,#421c28)] text-[light-dark(#9f1239,#ffc2cd)]",
  "from-[light-dark(#fff0d2,#4d3612)] to-[light-dark(#fbdfa7,#3b2a10)] text-[light-dark(#854d0e,#fbdc92)]",
  "from-[light-dark(#e3f2f4,#1c3d45)] to-[light-dark(#c6e1e6,#172f36)] text-[light-dark(#155e6b,#a8dce6)]",
  "from-[light-dark(#fbe6fa,#4d2450)] to-[light-dark(#f2caf0,#3b1c3e)] text-[light-dark(#86198f,#f4bff1)]",
  "from-[light-dark(#ffeadd,#55301a)] to-[light-dark(#fbd2b6,#412515)] text-[light-dark(#9a3412,#ffcfae)]",
] as const;

interface FaceProps {
  readonly name: string;
  /** What the tint is chosen by; the person's id where there is one. */
  readonly tintKey?: string;
  readonly photoUrl: string | null;
}

export interface AvatarProps extends FaceProps {
  /** Pixels. */
  readonly size?: keyof typeof SIZES;
}

/** A round portrait. Without a photo, or when it cannot be loaded, initials; those are decoration, the name stands beside. */
export function Avatar({ size = 36, ...face }: AvatarProps) {
  return (
    <span className={`relative inline-flex shrink-0 overflow-hidden rounded-pill ${SIZES[size]}`}>
      <Face {...face} pixels={size} />
    </span>
  );
}

export interface PortraitProps extends FaceProps {
  /** Box, radius and letter size. */
  readonly className: string;
}

/** The same for the picture area of a card: fills a box that the card decides on. */
export function Portrait({ className, ...face }: PortraitProps) {
  return (
    <span className={`relative flex shrink-0 overflow-hidden ${className}`}>
      <Face {...face} pixels={320} />
    </span>
  );
}

function Face({ name, tintKey = name, photoUrl, pixels }: FaceProps & { readonly pixels: number }) {
  const [failedUrl, setFailedUrl] = useState<string | null>(null);
  const initials = (
    <span
      aria-hidden="true"
      className={`flex size-full items-center justify-center bg-linear-to-br font-semibold tracking-normal ${TINTS[tintOf(tintKey)]}`}
    >
      {initialsOf(name) || <UserRound className="size-1/2" strokeWidth={1.5} />}
    </span>
  );
  if (photoUrl === null || photoUrl === failedUrl) return initials;
  return (
    <img
      // A photo that failed before React listened shows as complete and empty.
      ref={(image) => {
        if (image?.complete && image.naturalWidth === 0) setFailedUrl(photoUrl);
      }}
      src={photoUrl}
      alt={name}
      width={pixels}
      height={pixels}
      loading="lazy"
      decoding="async"
      onError={() => setFailedUrl(photoUrl)}
      className="size-full object-cover object-top dark:brightness-90"
    />
  );
}
