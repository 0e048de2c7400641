// The address under which the build serves a file.
declare module '*?url' {
  const address: string

  export { address as default }
}

// The words of a file, built in.
declare module '*?raw' {
  const words: string

  export { words as default }
}
