package tc0.sat;

import java.util.Arrays;

/** A growing list of ints without boxes; the store under graphs, clauses and traces. */
final class IntList {

  private int[] data;
  private int size;

  IntList() {
    this(16);
  }

  IntList(int capacity) {
    data = new int[Math.max(4, capacity)];
  }

  int size() {
    return size;
  }

  boolean isEmpty() {
    return size == 0;
  }

  int get(int index) {
    return data[index];
  }

  void set(int index, int value) {
    data[index] = value;
  }

  void add(int value) {
    if (size == data.length) {
      data = Arrays.copyOf(data, Math.addExact(size, size));
    }
    data[size++] = value;
  }

  int removeLast() {
    return data[--size];
  }

  void truncate(int newSize) {
    size = newSize;
  }

  int[] toArray() {
    return Arrays.copyOf(data, size);
  }

  int[] slice(int from, int to) {
    return Arrays.copyOfRange(data, from, to);
  }
}
