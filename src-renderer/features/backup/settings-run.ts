/** Changes a setting and says what was done; work that gives null was called off. */
export type Run = (work: () => Promise<unknown>, done: string) => void
