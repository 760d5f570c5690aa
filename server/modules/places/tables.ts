export const tables = [
  "metros",
  "boroughs",
  "neighborhoods",
  "areas",
  "landmarks",
  "neighborhood_shapes",
  "place_aliases",
  "unresolved_places",
] as const;
