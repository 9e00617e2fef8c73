// Starts what script adds to pages. Everything here can be missing: pages work without it.
import { initAll } from './govuk/govuk-frontend.min.js'
import { startCover } from './cover.js'
import { startPicks } from './pick.js'
import { startSession } from './session.js'

document.body.classList.add('js-enabled')
if ('noModule' in HTMLScriptElement.prototype) {
  document.body.classList.add('govuk-frontend-supported')
}
initAll()
startCover()
startPicks()
startSession()

