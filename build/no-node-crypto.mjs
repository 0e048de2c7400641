// sm-crypto-v2 asks Node for randomness only where the page's own `crypto` is missing, which no browser of ours is.
export {}
