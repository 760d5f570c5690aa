import { type ActionFunctionArgs, redirect } from "react-router";
import { parseTheme, themeCookie } from "../../lib/theme.ts";
import { safePath } from "../../lib/safe-path.ts";

/** The theme form without scripts: keeps the choice and goes back to the page it was made on. */
export async function action({ request }: ActionFunctionArgs): Promise<Response> {
  const form = await request.formData();
  const secure = new URL(request.url).protocol === "https:";
  return redirect(safePath(form.get("next")), {
    status: 303,
    headers: { "Set-Cookie": themeCookie(parseTheme(form.get("theme")), { secure }) },
  });
}

export function loader(): Response {
  return redirect("/");
}
