import { z } from 'zod';

/** `content/cours.yaml`. */
export const courseSchema = z.strictObject({
  titre: z.string().min(1),
  sousTitre: z.string().min(1),
  description: z.string().min(1),
  lecons: z
    .array(z.string().regex(/^\d{2}-[a-z0-9-]+$/, 'le nom d’un dossier comme « 04-pods » était attendu'))
    .min(1)
    .refine((names) => new Set(names).size === names.length, 'une leçon y est annoncée deux fois'),
  /** The whole course, lessons to come included: the site shows these greyed. */
  plan: z
    .array(z.strictObject({ dossier: z.string().regex(/^\d{2}-[a-z0-9-]+$/), titre: z.string().min(1) }))
    .optional(),
  /** Where readers mend a page or say what is wrong with it; without it nothing offers that. */
  depot: z
    .string()
    .regex(
      /^https:\/\/github\.com\/[\w-]+\/[\w.-]+(?<!\.git)$/,
      'l’adresse d’un dépôt, comme « https://github.com/organisation/cours », était attendue',
    )
    .optional(),
  versions: z.strictObject({
    kind: z.string().regex(/^\d+\.\d+\.\d+$/, 'une version comme « 0.33.0 » était attendue'),
    /** The client's version decides most of what is shown. */
    kubectl: z.string().regex(/^\d+\.\d+\.\d+$/, 'une version comme « 1.37.0 » était attendue'),
    /** Other programs that lessons call, by name. */
    outils: z
      .record(z.string(), z.string().regex(/^\d+\.\d+\.\d+$/, 'une version comme « 4.3.1 » était attendue'))
      .default({}),
    /** What the machines of Swarm lessons are made of. */
    machine: z
      .string()
      .regex(/^docker:\d+(\.\d+)*-dind$/, 'une image comme « docker:26-dind » était attendue')
      .default('docker:26-dind'),
    noeud: z
      .string()
      .regex(/^[\w./-]+:v\d+\.\d+\.\d+$/, 'une image et son tag, comme « kindest/node:v1.37.0 », étaient attendus'),
  }),
});

/** `content/images.yaml`. */
export const imagesSchema = z.array(
  z.strictObject({
    image: z.string().regex(/^[^\s@]+:[\w.-]+$/, 'une image et son tag, sans empreinte, étaient attendus'),
    role: z.string().min(1),
    absente: z.boolean().default(false),
  }),
);

/** `content/telechargements.yaml`. */
export const downloadsSchema = z
  .array(
    z.strictObject({
      adresse: z.string().regex(/^https?:\/\/[^\s#]+$/, 'une adresse entière, comme « https://… », était attendue'),
      version: z.string().min(1),
      sha256: z.string().regex(/^[0-9a-f]{64}$/, 'les 64 chiffres de « sha256sum » étaient attendus'),
      role: z.string().min(1),
    }),
  )
  .refine(
    (entries) => new Set(entries.map(({ adresse }) => adresse)).size === entries.length,
    'une adresse y est deux fois',
  );
