package testmain

import (
	"flag"
	"fmt"
	"os"
	"testing"
)

var word = flag.String("word", "none", "a flag of the test's own")

func TestMain(m *testing.M) {
	flag.Parse()
	fmt.Println("before", *word)
	code := m.Run()
	fmt.Println("after", code)
	os.Exit(code + 3)
}

func TestOne(t *testing.T) { t.Log("one") }
