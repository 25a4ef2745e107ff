package tc0.algebra;

import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A map of the points {@code 0 … degree-1} to themselves; acts from the right, so that a word of
 * maps acts first letter first.
 *
 * @param images the image of every point
 */
public record Transformation(List<Integer> images) {

  /**
   * Checks that every image is a point.
   *
   * @throws IllegalArgumentException if one is not
   */
  public Transformation {
    images = List.copyOf(images);
    for (int image : images) {
      if (image < 0 || image >= images.size()) {
        throw new IllegalArgumentException(image + " is no point of 0 … " + (images.size() - 1));
      }
    }
  }

  /** The map with these images of 0, 1, …. */
  public static Transformation of(Integer... images) {
    return new Transformation(List.of(images));
  }

  /** The map that moves nothing. */
  public static Transformation identity(int degree) {
    return new Transformation(IntStream.range(0, degree).boxed().toList());
  }

  /** The number of points. */
  public int degree() {
    return images.size();
  }

  /** The image of a point. */
  public int apply(int point) {
    return images.get(point);
  }

  /** This map first, then the other one. */
  public Transformation then(Transformation next) {
    return new Transformation(images.stream().map(next::apply).toList());
  }

  /** Whether no two points have the same image. */
  public boolean isPermutation() {
    return new HashSet<>(images).size() == images.size();
  }
}
