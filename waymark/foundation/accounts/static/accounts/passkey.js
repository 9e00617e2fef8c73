// The ceremonies of passkeys. The browser does them; this hands over the options and sends the answer with the page’s form.
for (const form of document.querySelectorAll('form[data-passkey]')) {
  const said = form.querySelector('[data-passkey-said]')
  // Without script the form is hidden, and does nothing.
  form.method = 'post'
  form.hidden = false
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    said.textContent = ''
    try {
      const credential = await ceremony(form)
      form.querySelector('input[name="credential"]').value = JSON.stringify(credential)
      form.submit()
    } catch (problem) {
      said.textContent = form.dataset.failed
      said.focus()
    }
  })
}

async function ceremony (form) {
  const options = form.dataset.options ? JSON.parse(form.dataset.options) : await asked(form.action)
  return form.dataset.passkey === 'create' ? window.webauthnJSON.create(options) : window.webauthnJSON.get(options)
}

async function asked (address) {
  const answer = await fetch(address, { headers: { Accept: 'application/json' } })
  return (await answer.json()).request_options
}
