import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import type { ReactNode } from "react";

export interface Sort {
  readonly key: string;
  readonly direction: "ascending" | "descending";
}

export interface Column<Row> {
  readonly key: string;
  readonly header: string;
  readonly renderCell: (row: Row) => ReactNode;
  /** Numbers stand at the end, so that their digits line up. */
  readonly align?: "start" | "end";
  readonly isSortable?: boolean;
  /** Total of the column, drawn on the tinted foot row. */
  readonly foot?: ReactNode;
}

export interface TableProps<Row> {
  /** Says what the rows are; heard first, and seen unless `isCaptionHidden`. */
  readonly caption: string;
  readonly isCaptionHidden?: boolean;
  /** The first column names the row. */
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly sort?: Sort;
  /** Asks for the order; sorting is the server's or the caller's. */
  readonly onSort?: (sort: Sort) => void;
  /** The old rows stay while new ones load. */
  readonly isLoading?: boolean;
  /** Stands in the place of rows when there are none. */
  readonly empty?: ReactNode;
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

/** Rows and columns from 768, cards with named values below. */
export function Table<Row>(props: TableProps<Row>) {
  const {
    caption,
    isCaptionHidden = false,
    columns,
    rows,
    rowKey,
    sort,
    onSort,
    isLoading = false,
    empty,
  } = props;
  const sorted = columns.find(({ key }) => key === sort?.key);
  const hasFoot = columns.some(({ foot }) => foot !== undefined);
  return (
    <div
      className="relative overflow-clip rounded-card border border-line bg-card shadow-card"
      aria-busy={isLoading}
    >
      {isLoading && <span className="absolute inset-x-0 top-0 h-0.5 animate-shimmer bg-brand" />}
      <output className="sr-only">{sort && sorted && `Sorted by ${sorted.header}, ${sort.direction}`}</output>
      <div className="md:overflow-x-auto">
        <table {...ROLES.table} className="block w-full border-collapse text-14 md:table">
          <caption
            className={
              isCaptionHidden
                ? "sr-only"
                : "block px-4 py-4 text-start text-16 font-semibold md:table-caption md:px-6"
            }
          >
            {caption}
          </caption>
          <thead
            {...ROLES.rowgroup}
            className={onSort ? "block md:table-header-group" : "max-md:sr-only md:table-header-group"}
          >
            <tr
              {...ROLES.row}
              className="flex flex-wrap gap-x-4 px-4 max-md:border-b max-md:border-line md:table-row md:border-y md:border-line md:px-0"
            >
              {columns.map((column) => (
                <HeaderCell
                  key={column.key}
                  column={column}
                  {...(sort && { sort })}
                  {...(onSort && { onSort })}
                />
              ))}
            </tr>
          </thead>
          <tbody {...ROLES.rowgroup} className="block divide-y divide-line md:table-row-group">
            {rows.map((row) => (
              <tr
                key={rowKey(row)}
                {...ROLES.row}
                className="grid grid-cols-1 gap-y-1 px-4 py-4 transition-colors hover:bg-plate/50 md:table-row"
              >
                {columns.map((column, at) => (
                  <BodyCell key={column.key} column={column} isFirst={at === 0}>
                    {column.renderCell(row)}
                  </BodyCell>
                ))}
              </tr>
            ))}
          </tbody>
          {hasFoot && rows.length > 0 && (
            <tfoot
              {...ROLES.rowgroup}
              className="block border-t border-line bg-plate font-semibold md:table-footer-group"
            >
              <tr {...ROLES.row} className="grid gap-y-1 px-4 py-4 md:table-row">
                {columns.map((column, at) => (
                  <BodyCell
                    key={column.key}
                    column={column}
                    isFirst={at === 0}
                    isEmpty={column.foot === undefined}
                  >
                    {column.foot}
                  </BodyCell>
                ))}
              </tr>
            </tfoot>
          )}
        </table>
        {rows.length === 0 && empty}
      </div>
    </div>
  );
}

const NEXT = { ascending: "descending", descending: "ascending" } as const;

interface HeaderCellProps<Row> {
  readonly column: Column<Row>;
  readonly sort?: Sort;
  readonly onSort?: (sort: Sort) => void;
}

function HeaderCell<Row>({ column, sort, onSort }: HeaderCellProps<Row>) {
  const { key, header, align, isSortable = false } = column;
  const direction = sort?.key === key ? sort.direction : undefined;
  const Arrow = direction === "ascending" ? ArrowUp : direction === "descending" ? ArrowDown : ChevronsUpDown;
  const side = align === "end" ? "md:text-end" : "text-start";
  return (
    <th
      {...ROLES.columnheader}
      scope="col"
      {...(isSortable && { "aria-sort": direction ?? "none" })}
      className={`text-12 font-semibold whitespace-nowrap text-muted first:ps-0 md:px-4 md:first:ps-6 md:last:pe-6 ${side} ${
        isSortable ? "" : "max-md:sr-only"
      }`}
    >
      {isSortable && onSort ? (
        <button
          type="button"
          onClick={() => onSort({ key, direction: direction ? NEXT[direction] : "ascending" })}
          className={`-mx-2 inline-flex min-h-11 items-center gap-1 rounded-control px-2 transition-colors -outline-offset-2 hover:text-ink ${direction ? "text-ink" : ""}`}
        >
          {header}
          <Arrow size={14} strokeWidth={2} aria-hidden="true" className={direction ? "" : "opacity-60"} />
        </button>
      ) : (
        <span className="inline-flex min-h-11 items-center">{header}</span>
      )}
    </th>
  );
}

interface BodyCellProps<Row> {
  readonly column: Column<Row>;
  readonly isFirst: boolean;
  readonly isEmpty?: boolean;
  readonly children: ReactNode;
}

function BodyCell<Row>({ column, isFirst, isEmpty = false, children }: BodyCellProps<Row>) {
  const box = `md:table-cell md:h-13 md:px-4 md:py-2 md:align-middle md:first:ps-6 md:last:pe-6 ${
    column.align === "end" ? "figures md:text-end" : "text-start"
  }`;
  if (isFirst) {
    return (
      <th
        scope="row"
        {...ROLES.rowheader}
        className={`block pb-1 text-16 font-semibold md:text-14 md:font-medium in-[tfoot]:font-semibold ${box}`}
      >
        {children}
      </th>
    );
  }
  return (
    <td
      {...ROLES.cell}
      className={`${isEmpty ? "hidden" : "flex"} items-center justify-between gap-4 ${box}`}
    >
      <span aria-hidden="true" className="text-muted md:hidden">
        {column.header}
      </span>
      <span>{children}</span>
    </td>
  );
}
