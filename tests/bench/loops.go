// Class: arithmetic and arrays
package main

import "fmt"

// Bytes, bits and floating point in plain loops: a checksum, a sieve over a bool array, a running mean.
func main() {
	data := make([]byte, 1<<16)
	for i := range data {
		data[i] = byte(i * 7)
	}
	crc := uint32(0xffffffff)
	for round := 0; round < 60; round++ {
		for _, b := range data {
			crc ^= uint32(b)
			for k := 0; k < 4; k++ {
				if crc&1 != 0 {
					crc = crc>>1 ^ 0xedb88320
				} else {
					crc >>= 1
				}
			}
		}
	}
	const n = 6000000
	composite := make([]bool, n)
	primes := 0
	for i := 2; i < n; i++ {
		if !composite[i] {
			primes++
			for k := i * 2; k < n; k += i {
				composite[k] = true
			}
		}
	}
	mean := 0.0
	for i := 1; i <= 40000000; i++ {
		mean += (float64(i%17) - mean) / float64(i)
	}
	fmt.Printf("%x %d %.6f\n", crc, primes, mean)
}
