import { useState } from "react";
import type { components } from "../../lib/api/schema.gen.d.ts";
import { CategoryTabs } from "../../ui/show/category-tabs.tsx";
import { ServicePillList } from "../../ui/show/service-pill.tsx";
import { ALL_SERVICES, servicePath } from "./paths.ts";

type Schemas = components["schemas"];

interface CategoryBarProps {
  readonly categories: readonly Schemas["CatalogCategory"][];
  readonly top: readonly Schemas["CatalogTopServices"][];
}

/** The categories and the first services of the chosen one. */
export function CategoryBar({ categories, top }: CategoryBarProps) {
  const [chosen, setChosen] = useState(categories[0]?.slug ?? "");
  const services = top.find(({ category }) => category.slug === chosen)?.services ?? [];
  return (
    <CategoryTabs label="Categories" categories={categories} selected={chosen} onSelect={setChosen}>
      <ServicePillList
        services={services.map(({ id, slug, name }) => ({ id, name, to: servicePath(chosen, slug) }))}
        more={{ label: "More", to: `${ALL_SERVICES}#${chosen}` }}
      />
    </CategoryTabs>
  );
}
