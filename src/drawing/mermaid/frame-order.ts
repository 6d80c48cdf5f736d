import type { Mermaid } from 'mermaid';

interface LaidOut {
  readonly id: string;
  readonly parentId?: string;
  readonly isGroup: boolean;
}

interface FlowData {
  nodes: LaidOut[];
}

/**
 * Runs in the browser's page, alone, once. Mermaid 12 hands the frames of a flowchart to the layout from last to first:
 * « nœud 2 » would stand left of « nœud 1 ». Gives them in the author's order, each before the frames within it.
 */
export async function keepFrameOrder(): Promise<void> {
  const { mermaid } = window as unknown as { mermaid: Mermaid };
  const sample = 'flowchart LR\n a';
  // Only parsing loads the kinds of diagrams.
  await mermaid.parse(sample);
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(sample);
  const prototype = Object.getPrototypeOf(db) as { getData: () => FlowData };
  const original = prototype.getData;
  prototype.getData = function getData() {
    const data = original.call(this);
    const frames = data.nodes.filter((node) => node.isGroup).reverse();
    const within = (parent: string | undefined): LaidOut[] =>
      frames.filter((frame) => frame.parentId === parent).flatMap((frame) => [frame, ...within(frame.id)]);
    data.nodes = [...within(undefined), ...data.nodes.filter((node) => !node.isGroup)];
    return data;
  };
}
