export function ReceivePage() {
  return null
}
