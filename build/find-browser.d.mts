export function findBrowser(): string | null
/** Chromium without windows, for the journeys; null where there is none or another was named. */
export function findShell(): string | null
export function appWindowArguments(address: string, profile: string): string[]
export function browserSwitches(): string[]
