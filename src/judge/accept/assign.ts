export interface Pairing<Left, Right> {
  /** In the order in which they choose. */
  readonly lefts: readonly Left[];
  /** The rights that fit a left, the preferred ones first; the same array for lefts that read the same. */
  readonly candidates: (left: Left) => readonly Right[];
  /** Rights that may not stay alone. */
  readonly must?: ReadonlySet<Right>;
}

/**
 * Pairs lefts and rights that fit, each at most once, and returns the left of each right that got one. As many lefts
 * as possible are paired; then as many rights of `must` as possible, without losing a left. (Mendelsohn and Dulmage:
 * where all lefts can be paired, and all of `must` can be paired, both can at once.) By augmenting paths, without
 * recursion: polynomial, and linear where lefts that read the same share their candidates and most fit.
 */
export function assign<Left, Right>(pairing: Pairing<Left, Right>): Map<Right, Left> {
  const { lefts, candidates, must = new Set<Right>() } = pairing;
  const owners = new Map<Right, Left>();
  const owned = new Map<Left, Right>();
  const passed = new Map<readonly Right[], number>();

  /** The first of them that nobody has: a right that has an owner keeps one. */
  function vacantOf(rights: readonly Right[]): Right | undefined {
    let at = passed.get(rights) ?? 0;
    while (at < rights.length && owners.has(rights[at] as Right)) at += 1;
    passed.set(rights, at);
    return rights[at];
  }

  function give(left: Left, right: Right): void {
    owners.set(right, left);
    owned.set(left, right);
  }

  /** Gives `left` a right, moving others to other rights where that helps. `seen` leads nowhere. */
  function settle(left: Left, seen: Set<Right>, asked: Set<readonly Right[]>): boolean {
    const queue = [left];
    const from = new Map<Right, Left>();
    for (const next of queue) {
      const rights = candidates(next);
      let vacant = vacantOf(rights);
      if (vacant !== undefined) {
        for (let taker: Left | undefined = next; taker !== undefined;) {
          const old = owned.get(taker);
          give(taker, vacant);
          if (old === undefined) return true;
          vacant = old;
          taker = from.get(old);
        }
        return true;
      }
      if (asked.has(rights)) continue;
      asked.add(rights);
      for (const right of rights) {
        const owner = owners.get(right);
        if (owner === undefined || seen.has(right)) continue;
        seen.add(right);
        from.set(right, next);
        queue.push(owner);
      }
    }
    return false;
  }

  /** Gives `right` a left, along a chain that ends at a right that may stay alone. */
  function claim(right: Right): void {
    const queue = [right];
    const to = new Map<Right, Right>();
    const seen = new Set(queue);
    for (const wanted of queue) {
      for (const [other, left] of owners) {
        if (seen.has(other) || !candidates(left).includes(wanted)) continue;
        seen.add(other);
        to.set(other, wanted);
        if (must.has(other)) {
          queue.push(other);
          continue;
        }
        owners.delete(other);
        let giver: Left = left;
        for (let target = to.get(other); target !== undefined; target = to.get(target)) {
          const before = owners.get(target);
          give(giver, target);
          if (before === undefined) return;
          giver = before;
        }
        return;
      }
    }
  }

  // What a failed search has seen can lead nowhere until another one succeeds.
  let seen = new Set<Right>();
  let asked = new Set<readonly Right[]>();
  for (const left of lefts) {
    if (!settle(left, seen, asked)) continue;
    if (seen.size > 0) [seen, asked] = [new Set(), new Set()];
  }
  for (const right of must) if (!owners.has(right)) claim(right);
  return owners;
}
