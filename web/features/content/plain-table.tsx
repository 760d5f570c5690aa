import type { ReactNode } from "react";

type Row = readonly [string, ...ReactNode[]];

export interface PlainTableProps {
  readonly caption: string;
  readonly isCaptionHidden?: boolean;
  readonly headers: readonly string[];
  /** Each as long as `headers`; its first cell names the row. */
  readonly rows: readonly Row[];
}

/** A browser drops a table's own roles when it is laid out as cards; these bring them back. */
const ROLES = {
  table: { role: "table" },
  rowgroup: { role: "rowgroup" },
  row: { role: "row" },
  columnheader: { role: "columnheader" },
  rowheader: { role: "rowheader" },
  cell: { role: "cell" },
} as const;

/** A table of words. On phones each row is a card, with the header beside each value unless there is only one. */
export function PlainTable({ caption, isCaptionHidden = false, headers, rows }: PlainTableProps) {
  const box = "block md:table-cell md:px-4 md:py-3 md:align-top md:first:ps-6 md:last:pe-6";
  const isLabelled = headers.length > 2;
  return (
    <div className="overflow-clip rounded-card border border-line bg-card shadow-card">
      <table {...ROLES.table} className="block w-full border-collapse text-14 md:table">
        <caption
          className={
            isCaptionHidden
              ? "sr-only"
              : "block p-4 text-start text-16 font-semibold md:table-caption md:px-6"
          }
        >
          {caption}
        </caption>
        <thead {...ROLES.rowgroup} className="max-md:sr-only md:table-header-group">
          <tr {...ROLES.row} className={`md:border-line md:border-b ${isCaptionHidden ? "" : "md:border-t"}`}>
            {headers.map((header) => (
              <th
                key={header}
                {...ROLES.columnheader}
                scope="col"
                className={`text-start text-12 font-semibold whitespace-nowrap text-muted ${box}`}
              >
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...ROLES.rowgroup} className="block divide-y divide-line md:table-row-group">
          {rows.map(([name, ...values]) => (
            <tr
              key={name}
              {...ROLES.row}
              className={`block space-y-2 p-4 md:table-row ${isCaptionHidden ? "" : "max-md:first:pt-0"}`}
            >
              <th
                {...ROLES.rowheader}
                scope="row"
                className={`text-start text-16 font-semibold md:text-14 ${box}`}
              >
                {name}
              </th>
              {values.map((value, at) => (
                <td
                  key={headers[at + 1]}
                  {...ROLES.cell}
                  className={`${box} ${isLabelled ? "max-md:grid max-md:grid-cols-[7rem_1fr] max-md:gap-3" : ""}`}
                >
                  {isLabelled && (
                    <span aria-hidden="true" className="text-muted md:hidden">
                      {headers[at + 1]}
                    </span>
                  )}
                  <span>{value}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
