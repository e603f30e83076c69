package bench

import "testing"

var sink int

func BenchmarkLoop(b *testing.B) {
	for i := 0; i < b.N; i++ {
		sink += i
	}
}

func BenchmarkSub(b *testing.B) {
	for _, name := range []string{"one", "two"} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for i := 0; i < b.N; i++ {
				sink++
			}
		})
	}
}

func BenchmarkParallel(b *testing.B) {
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
		}
	})
}

func BenchmarkMetric(b *testing.B) {
	b.ReportMetric(12.5, "things/op")
	for i := 0; i < b.N; i++ {
	}
}

func BenchmarkFails(b *testing.B) { b.Fatal("no") }

func BenchmarkSkips(b *testing.B) { b.Skip("skipped") }

func TestResult(t *testing.T) {
	r := testing.BenchmarkResult{N: 100, T: 12345, Bytes: 10, MemAllocs: 300, MemBytes: 4096}
	t.Log(r.String())
	t.Log(r.MemString(), r.NsPerOp(), r.AllocsPerOp(), r.AllocedBytesPerOp())
	for _, n := range []int{1, 3, 1000, 1000000} {
		t.Log(testing.BenchmarkResult{N: n, T: 98765}.String())
	}
}
