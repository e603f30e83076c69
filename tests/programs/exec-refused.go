// SPDX-License-Identifier: MIT

// Other programs are refused when they are to be run, by an error that the program sees.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime/debug"
	"strings"
)

func main() {
	c := exec.Command("ls", "-l")
	fmt.Println(c.String(), c.Args)
	fmt.Println(c.Run())
	out, err := exec.CommandContext(context.Background(), "date").Output()
	fmt.Println(len(out), errors.Is(err, os.ErrPermission))
	c = exec.Command("cat")
	r, err := c.StdoutPipe()
	fmt.Println(err, c.Start() != nil)
	_, err = io.ReadAll(r)
	fmt.Println(err)
	_, err = exec.LookPath("ls")
	fmt.Println(err)
	_, err = os.StartProcess("/bin/ls", nil, nil)
	fmt.Println(err)
	info, ok := debug.ReadBuildInfo()
	fmt.Println(ok, strings.HasPrefix(info.GoVersion, "go1."))
}

// Differs: Go runs them
// Output:
// ls -l [ls -l]
// fork/exec ls: permission denied
// 0 true
// <nil> true
// fork/exec cat: permission denied
// exec: "ls": executable file not found in $PATH
// fork/exec /bin/ls: permission denied
// true true
