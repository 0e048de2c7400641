export function findBrowser(): string | null
export function appWindowArguments(address: string, profile: string): string[]
export function browserSwitches(): string[]
