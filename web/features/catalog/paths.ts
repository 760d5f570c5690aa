export const ALL_SERVICES = "/services";

export const categoryPath = (category: string) => `${ALL_SERVICES}/${category}`;
export const servicePath = (category: string, service: string) => `${ALL_SERVICES}/${category}/${service}`;

/** Live instructors from which on search engines may list a service; with fewer its page says too little. */
export const INDEXED_FROM = 3;

/** Whether the API would take it as the slug of something; anything else leads nowhere. */
export function isSlug(text: string): boolean {
  return text.length <= 80 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);
}
