/** The migrated database that test databases are cloned from. */
export const TEMPLATE = "instainstru_int_template";
