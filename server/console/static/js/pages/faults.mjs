// What went wrong, in one plain sentence with a way out.
import { ApiError } from "../core/api.mjs";
import { t } from "./words.mjs";

export function sentence(fault) {
  if (!(fault instanceof ApiError)) return t("This did not work. Please try again; if it stays so, reload the page.");
  if (fault.code === "offline") return t("Not connected. What you wrote is still in this page.");
  if (fault.code === "taken" || fault.code === "unknown") return t("It is no longer here. A colleague may have been a moment earlier.");
  if (fault.code === "broken") return t("This conversation did not come as it was sent, so nothing can be written into it. Ask your administrator.");
  return fault.message;
}

export const ROSTER = () => ({
  none: t("No list of people has been signed yet. Your administrator signs it; until then nobody can write."),
  expired: t("The signed list of people is out of date. Nobody can be written to until your administrator signs a new one."),
  older: t("The server showed an older list of people than before. Do not write; tell your administrator."),
  signature: t("The list of people is not signed by your organisation. Do not write; tell your administrator by voice."),
  foreign: t("The list of people belongs to another organisation. Do not write; tell your administrator by voice."),
  early: t("The list of people is from the future. Please check this device’s clock."),
  unlisted: t("Your key is not in the signed list yet. Read your digits to your administrator, who then signs it."),
});

export const REASONS = () => ({
  signature: t("Its signature is not the writer’s."),
  sealed: t("It was changed on the way."),
  previous: t("It does not follow the letter before it."),
  missing: t("Something between the letters around it was kept back."),
  rolled: t("The server shows an older state than you have seen."),
  roster: t("It names somebody with a key that your organisation did not sign."),
  gone: t("It was removed, and its writer did not say so."),
  twice: t("It came a second time."),
});
