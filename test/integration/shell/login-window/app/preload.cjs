const { contextBridge, ipcRenderer } = require('electron');

const heard = [];
ipcRenderer.on('station.event', (_event, name) => heard.push(name));

contextBridge.exposeInMainWorld('station', { heard: () => heard });
