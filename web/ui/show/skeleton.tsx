/** One grey shape with the final size of what it stands for; the whole is announced by its region's `aria-busy`. */
export function Skeleton({ className }: { readonly className: string }) {
  return (
    <span aria-hidden="true" className={`block animate-shimmer rounded-control bg-plate ${className}`} />
  );
}
