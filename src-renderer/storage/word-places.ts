/** Texts that come again and again, each once, with the place at which it stands. */
export type WordPlaces = {
  placeOf: (word: string) => number
  words: () => string[]
}

export function wordPlaces(): WordPlaces {
  const known = new Map<string, number>()
  return {
    placeOf(word) {
      const place = known.get(word) ?? known.size
      known.set(word, place)
      return place
    },
    words: () => [...known.keys()],
  }
}
