/**
 * Which page numbers to show around the current one: the first, the last, the neighbours, and null for each gap. A gap
 * is never one page wide, since naming that page takes no more room.
 */
export function pageWindow(page: number, pageCount: number): (number | null)[] {
  const wanted = new Set([1, page - 1, page, page + 1, pageCount].filter((at) => at >= 1 && at <= pageCount));
  const shown: (number | null)[] = [];
  let last = 0;
  for (const at of [...wanted].sort((a, b) => a - b)) {
    if (at - last === 2) shown.push(last + 1);
    else if (at - last > 2) shown.push(null);
    shown.push(at);
    last = at;
  }
  return shown;
}
