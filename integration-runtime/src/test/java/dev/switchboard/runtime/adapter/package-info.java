/** What an adapter is made with, without any system. */
@NullMarked
package dev.switchboard.runtime.adapter;

import org.jspecify.annotations.NullMarked;
