import { Heart } from "lucide-react";
import { IconButton } from "./icon-button.tsx";

export interface FavouriteButtonProps {
  /** Who is kept, as shown: "Sarah C.". */
  readonly name: string;
  readonly pressed: boolean;
  /** Gets the wanted state; the caller shows it at once and takes it back when the server refuses. */
  readonly onChange: (pressed: boolean) => void;
  readonly variant?: "quiet" | "outline" | "plate";
}

/** A toggle: its name stays, `aria-pressed` changes. */
export function FavouriteButton({ name, pressed, onChange, variant = "quiet" }: FavouriteButtonProps) {
  return (
    <IconButton
      label={`Keep ${name} in favorites`}
      aria-pressed={pressed}
      variant={variant}
      onClick={() => onChange(!pressed)}
      icon={
        <Heart
          aria-hidden="true"
          size={24}
          strokeWidth={1.5}
          className={pressed ? "fill-brand text-brand" : ""}
        />
      }
    />
  );
}
