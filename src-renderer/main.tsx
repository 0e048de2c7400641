// First of all: it takes the token out of the address before the router reads the address.
import '#desktop'
// And next the store: it is opened while everything else is read.
import './app/opening.ts'
import { createRoot } from 'react-dom/client'
import { firstPageStands } from '#ui/first-page'
import { takeDoubleClicksOnce } from '#ui/one-click'
import { App } from './app/App.tsx'

takeDoubleClicksOnce()

const root = document.getElementById('root')
if (!root) throw new Error('no root element')
createRoot(root).render(<App />)

// The first page stands in the machine's own letters: taking in the hundreds of pieces of the bundled ones would hold it up.
void firstPageStands.then(() => import('./app/letters.ts'))
