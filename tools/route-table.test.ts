import { expect, test } from "vitest";
import { type RouteRow, renderRouteTable } from "./route-table.ts";

const ROUTES: readonly RouteRow[] = [
  { method: "POST", path: "/api/v1/bookings", guard: "user", bucket: "booking" },
  { method: "GET", path: "/api/v1/ready", guard: "public", bucket: "none" },
  { method: "GET", path: "/api/v1/bookings", guard: "permission:view_bookings", bucket: "read" },
];

test("the table is sorted by path and method and names guard and bucket", () => {
  const rows = renderRouteTable(ROUTES)
    .split("\n")
    .filter((line) => line.includes("/api/"));
  expect(rows).toEqual([
    "| GET | `/api/v1/bookings` | permission:view_bookings | read |",
    "| POST | `/api/v1/bookings` | user | booking |",
    "| GET | `/api/v1/ready` | public | none |",
  ]);
});

test("the order of registration does not change the text", () => {
  expect(renderRouteTable(ROUTES.toReversed())).toBe(renderRouteTable(ROUTES));
});
