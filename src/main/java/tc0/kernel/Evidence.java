package tc0.kernel;

import java.util.Optional;

/** A line of support for a judgement or a refusal, structured so that reports can lay it out. */
public sealed interface Evidence {

  /**
   * One derived linear depth and the claimed one it is compared with.
   *
   * @param source where its paths start
   * @param derived the derived form, over the constants of the claim
   * @param claimed the claimed form that covers it, or the nearest one
   * @param slack claimed minus derived
   * @param path a path that the derived form counts
   */
  record Depth(
      Profile.Source source,
      LinearDepth derived,
      LinearDepth claimed,
      LinearDepth slack,
      CriticalPath path)
      implements Evidence {}

  /**
   * A derived bound.
   *
   * @param quantity what is bounded, for example {@code gates}
   * @param claimed the claimed bound, where there is one
   */
  record Bound(String quantity, SizeBound derived, Optional<Polynomial> claimed)
      implements Evidence {}

  /**
   * The value of a constant of the claim.
   *
   * @param circuit one of the circuits that it names
   * @param depth the derived depth of that circuit
   */
  record Constant(String name, String circuit, DepthValue depth) implements Evidence {}

  /** Anything else. */
  record Note(String text) implements Evidence {}
}
