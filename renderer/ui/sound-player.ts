import { sounds, type StationSound } from './sounds.ts';

const attackSeconds = 0.008;
const releaseSeconds = 0.03;

let context: AudioContext | null = null;

/** Plays the sound of a result. `volume` is 0 to 1. A computer without a sound device stays silent. */
export function playSound(sound: StationSound, volume: number): void {
  if (volume <= 0) return;
  context ??= new AudioContext();
  if (context.state === 'suspended') void context.resume();
  const start = context.currentTime;
  for (const tone of sounds[sound]) {
    playTone(context, start + tone.at, tone.lasts, tone.pitch, volume);
  }
}

function playTone(audio: AudioContext, start: number, lasts: number, pitch: number, volume: number): void {
  const oscillator = audio.createOscillator();
  const gain = audio.createGain();
  oscillator.type = 'triangle';
  oscillator.frequency.value = pitch;
  gain.gain.setValueAtTime(0, start);
  gain.gain.linearRampToValueAtTime(volume, start + attackSeconds);
  gain.gain.setValueAtTime(volume, Math.max(start + attackSeconds, start + lasts - releaseSeconds));
  gain.gain.linearRampToValueAtTime(0, start + lasts);
  oscillator.connect(gain).connect(audio.destination);
  oscillator.start(start);
  oscillator.stop(start + lasts);
}
