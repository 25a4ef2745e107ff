package tc0.circuit.index;

import java.math.BigInteger;

/**
 * The total index operations, on {@code long} with overflow signalled and on {@link BigInteger}.
 */
final class Arithmetic {

  private Arithmetic() {}

  static long add(long a, long b) {
    long sum = a + b;
    if (((a ^ sum) & (b ^ sum)) < 0) {
      throw Overflow.SIGNAL;
    }
    return sum;
  }

  static long subtract(long a, long b) {
    long difference = a - b;
    if (((a ^ b) & (a ^ difference)) < 0) {
      throw Overflow.SIGNAL;
    }
    return difference;
  }

  static long multiply(long a, long b) {
    long low = a * b;
    if (Math.multiplyHigh(a, b) != low >> 63) {
      throw Overflow.SIGNAL;
    }
    return low;
  }

  static long divide(long a, long b) {
    return b <= 0 ? 0 : Math.floorDiv(a, b);
  }

  static BigInteger divide(BigInteger a, BigInteger b) {
    return b.signum() <= 0 ? BigInteger.ZERO : a.subtract(a.mod(b)).divide(b);
  }

  static long modulo(long a, long b) {
    return b <= 0 ? 0 : Math.floorMod(a, b);
  }

  static BigInteger modulo(BigInteger a, BigInteger b) {
    return b.signum() <= 0 ? BigInteger.ZERO : a.mod(b);
  }

  static long length(long a) {
    return a <= 0 ? 0 : 64 - Long.numberOfLeadingZeros(a);
  }

  static BigInteger length(BigInteger a) {
    return a.signum() <= 0 ? BigInteger.ZERO : BigInteger.valueOf(a.bitLength());
  }

  static long powerOfTwo(long exponent) {
    if (exponent > 62) {
      throw Overflow.SIGNAL;
    }
    return exponent < 0 ? 0 : 1L << exponent;
  }

  static BigInteger powerOfTwo(BigInteger exponent, Budget budget) {
    if (exponent.signum() < 0) {
      return BigInteger.ZERO;
    }
    long size = Term.clamp(exponent);
    budget.checkBits(size);
    return BigInteger.ONE.shiftLeft((int) size);
  }

  static BigInteger multiply(BigInteger a, BigInteger b, Budget budget) {
    budget.checkBits((long) a.bitLength() + b.bitLength());
    return a.multiply(b);
  }

  static boolean bit(long value, long position) {
    return position >= 0 && (value >> Math.min(position, 63) & 1) == 1;
  }

  static boolean bit(BigInteger value, BigInteger position) {
    if (position.signum() < 0) {
      return false;
    }
    return position.bitLength() > 31 ? value.signum() < 0 : value.testBit(position.intValue());
  }

  /** {@code base^exponent mod modulus} for a positive modulus and a natural exponent. */
  static long power(long base, long exponent, long modulus) {
    if (modulus > 3_037_000_499L) {
      throw Overflow.SIGNAL; // a product of residues might not fit
    }
    long square = Math.floorMod(base, modulus);
    long result = 1 % modulus;
    for (long rest = exponent; rest != 0; rest >>>= 1) {
      if ((rest & 1) == 1) {
        result = result * square % modulus;
      }
      square = square * square % modulus;
    }
    return result;
  }

  static long powerModuloPrime(long base, long exponent, long modulus) {
    return exponent < 0 || !Primality.isPrime(modulus) ? 0 : power(base, exponent, modulus);
  }

  static BigInteger powerModuloPrime(
      BigInteger base, BigInteger exponent, BigInteger modulus, Budget budget) {
    return Primality.isPrime(modulus, budget)
        ? powerModulo(base, exponent, modulus)
        : BigInteger.ZERO;
  }

  static long powerModulo(long base, long exponent, long modulus) {
    return exponent < 0 || modulus <= 0 ? 0 : power(base, exponent, modulus);
  }

  static BigInteger powerModulo(BigInteger base, BigInteger exponent, BigInteger modulus) {
    return exponent.signum() < 0 || modulus.signum() <= 0
        ? BigInteger.ZERO
        : base.modPow(exponent, modulus);
  }

  static BigInteger inverseModulo(BigInteger value, BigInteger modulus) {
    return modulus.signum() <= 0 || !value.gcd(modulus).equals(BigInteger.ONE)
        ? BigInteger.ZERO
        : value.modInverse(modulus);
  }

  /** {@code value} clamped to {@code [0, 2^width)}. */
  static BigInteger clampToWidth(BigInteger value, BigInteger width) {
    if (width.signum() <= 0 || value.signum() <= 0) {
      return BigInteger.ZERO;
    }
    if (BigInteger.valueOf(value.bitLength()).compareTo(width) <= 0) {
      return value;
    }
    return BigInteger.ONE.shiftLeft(width.intValueExact()).subtract(BigInteger.ONE);
  }
}
