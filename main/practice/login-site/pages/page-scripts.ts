/**
 * The scripts of the pages. They stand alone and take what they need from the page's elements, so that no text of a
 * visitor or a test ever becomes part of a script.
 */

/** Shows how far the knob is, lets it go back when it is let go too early, and sends the form at the right end. */
export const SLIDER_SCRIPT = `
const slider = document.getElementById('slider');
const show = () => slider.parentElement.style.setProperty('--reached', slider.value);
slider.addEventListener('input', show);
slider.addEventListener('change', () => {
  if (slider.value === slider.max) slider.form.requestSubmit();
});
slider.addEventListener('pointerup', () => {
  if (slider.value !== slider.max) slider.value = slider.min;
  show();
});
show();
`;

const RETURN_ADDRESS = `document.getElementById('return-address').dataset.address`;

export const REPLACE_SCRIPT = `location.replace(${RETURN_ADDRESS});`;

export const REPLACE_TOP_SCRIPT = `top.location.replace(${RETURN_ADDRESS});`;

export const SUBMIT_SCRIPT = `document.getElementById('return-form').submit();`;

/** Opens the address of the button in a small window of its own. */
export const POPUP_SCRIPT = `
const button = document.getElementById('open-window');
button.addEventListener('click', () => window.open(button.dataset.address, 'practice-window', 'width=520,height=680'));
`;

/** Asks for what a login page has no business with, and writes down what it got. */
export const PERMISSION_SCRIPT = `
const show = (name, text) => { document.getElementById('got-' + name).textContent = text; };
const position = () => new Promise((resolve) => {
  if (!navigator.geolocation) return resolve('not offered');
  navigator.geolocation.getCurrentPosition(
    () => resolve('granted'),
    (error) => resolve(error.code === error.PERMISSION_DENIED ? 'refused' : 'no position: ' + error.message),
    { timeout: 10000 },
  );
});
const notifications = async () => {
  if (!('Notification' in window)) return 'not offered';
  const answer = await Notification.requestPermission();
  return answer === 'granted' ? 'granted' : 'refused';
};
const camera = async () => {
  if (!navigator.mediaDevices) return 'not offered';
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ video: true });
    stream.getTracks().forEach((track) => track.stop());
    return 'granted';
  } catch (error) {
    return error.name === 'NotAllowedError' ? 'refused' : 'no camera: ' + error.name;
  }
};
const asked = { geolocation: position(), notifications: notifications(), camera: camera() };
Promise.all(Object.entries(asked).map(async ([name, answer]) => {
  show(name, await answer.catch((error) => 'failed: ' + error.name));
})).then(() => { document.body.dataset.done = 'true'; });
`;

/** Tries every address of the table in every way, and writes down which answered. */
export const PROBE_SCRIPT = `
const http = (address) => address.replace(/^ws/i, 'http');
const ways = {
  fetch: (address) => fetch(http(address), { mode: 'no-cors', cache: 'no-store' }).then(() => 'reached'),
  image: (address) => new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve('reached');
    image.onerror = reject;
    image.src = http(address);
  }),
  iframe: (address) => new Promise((resolve) => {
    const frame = document.createElement('iframe');
    frame.onload = () => resolve('load event');
    frame.src = http(address);
    document.getElementById('frames').append(frame);
  }),
  websocket: (address) => new Promise((resolve, reject) => {
    const socket = new WebSocket(address.replace(/^http/i, 'ws'));
    socket.onopen = () => { socket.close(); resolve('reached'); };
    socket.onerror = reject;
  }),
};
const limit = () => new Promise((resolve) => setTimeout(resolve, 5000, 'no answer'));
const attempt = async (row) => {
  const { way, address } = row.dataset;
  let result = 'failed';
  try {
    result = await Promise.race([ways[way](address), limit()]);
  } catch { /* It stays failed. */ }
  row.dataset.result = result;
  row.querySelector('.result').textContent = result;
};
Promise.all([...document.querySelectorAll('tr[data-way]')].map(attempt)).then(() => { document.body.dataset.done = 'true'; });
`;
