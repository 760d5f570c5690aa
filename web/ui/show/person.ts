/** Somebody else, as the API shows them. */
export interface PersonData {
  readonly id: string;
  readonly first_name: string;
  readonly last_initial: string;
  readonly photo_url: string | null;
}

/** "Sarah C." */
export function personName(person: Pick<PersonData, "first_name" | "last_initial">): string {
  return person.last_initial ? `${person.first_name} ${person.last_initial}.` : person.first_name;
}
