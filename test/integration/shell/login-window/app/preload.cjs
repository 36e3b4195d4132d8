const { contextBridge } = require('electron');

contextBridge.exposeInMainWorld('station', { isThere: true });
