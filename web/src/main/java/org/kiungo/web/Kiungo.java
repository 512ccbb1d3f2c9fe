package org.kiungo.web;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Entry point of the one executable jar. */
@SpringBootApplication
public class Kiungo {

  public static void main(String[] args) {
    SpringApplication.run(Kiungo.class, args);
  }
}
