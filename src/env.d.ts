declare namespace App {
  interface Locals {
    /** Set by a lesson's page and deck for the components inside its prose. */
    view: import('./site/lesson-view.ts').LessonView;
  }
}

declare module 'virtual:orchestre' {
  export const options: import('./site/integration.ts').CourseOptions;
  /** The site's base path. Not `import.meta.env.BASE_URL`, which a variable of the caller's environment replaces. */
  export const base: string;
  /** By slug. */
  export const contents: Readonly<
    Record<string, () => Promise<{ default: import('astro/runtime/server/index.js').AstroComponentFactory }>>
  >;
}

/** A stylesheet's text, for a script that brings its own. */
declare module '*.css?inline' {
  const css: string;
  export default css;
}

/** A stylesheet in a file of its own: its address. */
declare module '*.css?url' {
  const url: string;
  export default url;
}

/** A script with all that it imports, in one file of its own: its address. */
declare module '*?worker&url' {
  const url: string;
  export default url;
}

/** For tsc alone; `astro check` knows each component's own properties. */
declare module '*.astro' {
  const component: import('astro/runtime/server/index.js').AstroComponentFactory;
  export default component;
}
