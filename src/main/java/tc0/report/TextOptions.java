package tc0.report;

/**
 * How much the text report says.
 *
 * @param assumptions whether to list everything that statements rest on, not only count it
 * @param evidence whether to print critical paths and long bounds
 * @param style colours
 */
public record TextOptions(boolean assumptions, boolean evidence, Style style) {}
