// sigma reads constants of this class when it is loaded, and would fail to load in a browser that has switched WebGL 2 off.
globalThis.WebGL2RenderingContext ??= Object.assign(class {}, {
  BOOL: 0x8b56,
}) as unknown as typeof WebGL2RenderingContext;
